import { edgeComplaints } from './architecture/edges';
import { budgetComplaints, nameComplaints } from './architecture/file-budgets';
import { cycleComplaints } from './architecture/import-cycles';
import { directionComplaints } from './architecture/import-directions';
import { indexComplaints } from './architecture/index-files';
import { projectFiles } from './architecture/project';
import { type ParsedFile, parseTree } from './architecture/source-tree';

/** The house as it stands. The tests of the checks themselves are in architecture/. */
describe('the architecture', () => {
  const product = parseTree(projectFiles('lib', 'main.ts', 'examples', 'imports', 'bench'));
  const everything = [...product, ...parseTree(projectFiles('__tests__', 'scripts'))];

  it.each<[string, (tree: readonly ParsedFile[]) => string[], readonly ParsedFile[]]>([
    ['every import follows the directions of the design', directionComplaints, product],
    ['no import is part of a cycle', cycleComplaints, everything],
    ['process, console and files are touched at the edge alone', edgeComplaints, product],
    ['every file keeps to its budget of lines', budgetComplaints, everything],
    ['every file is named after what is in it', nameComplaints, everything],
    ['index files hold named exports alone', indexComplaints, product],
  ])('%s', (_, complaints, tree) => {
    expect(complaints(tree)).toEqual([]);
  });

  it('is judged on all of the library', () => {
    const paths = product.map(file => file.path);
    expect(paths).toEqual(expect.arrayContaining(['lib/index.ts', 'lib/prop-error.ts', 'main.ts']));
  });
});
