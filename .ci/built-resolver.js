// Gives the compiled file in place of each source that was compiled.
const { existsSync } = require('node:fs');
const { join, relative } = require('node:path');

const root = join(__dirname, '..');
const COMPILED = /^(lib|imports|examples)[/\\].+\.ts$/;

module.exports = (request, options) => {
  const path = options.defaultResolver(request, options);
  const source = relative(root, path);
  if (!COMPILED.test(source)) return path;
  const compiled = join(root, 'build', source.replace(/\.ts$/, '.js'));
  if (!existsSync(compiled)) throw new Error(`${compiled} is missing: npm run build`);
  return compiled;
};
