// The tests against real control planes, side by side for each cluster. `npm run test:cluster` starts the clusters,
// and says in a file which there are.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { jest } = require('../package.json');

const file = process.env.DRYDOCK_CLUSTERS;
if (!file) throw new Error('no cluster runs: these tests are run by `npm run test:cluster`');

module.exports = {
  testTimeout: 120_000,
  // The tests wait more than they compute.
  maxWorkers: 4,
  projects: JSON.parse(readFileSync(file, 'utf8')).map(cluster => ({
    ...jest,
    rootDir: join(__dirname, '..'),
    roots: ['<rootDir>/__tests__/cluster'],
    testPathIgnorePatterns: ['/node_modules/'],
    displayName: cluster.minor,
    globals: { cluster },
  })),
};
