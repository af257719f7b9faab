// The tests of package.json, run against what `npm run build` compiled.
const { jest } = require('../package.json');

module.exports = {
  ...jest,
  rootDir: '..',
  resolver: '<rootDir>/.ci/built-resolver.js',
};
