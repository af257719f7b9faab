import { join } from 'node:path';
import { appCommand } from '../../lib/cli/app-command';
import { temporaryProject } from './temporary-project';

const TSX = { 'node_modules/tsx/package.json': '{}' };
const throughTsx = { program: 'node', args: ['--import', 'tsx', 'main.ts'], shell: false };

describe('the command of an app', () => {
  it.each([
    ['node main.js', ['main.js']],
    [' node  --import tsx  main.ts ', ['--import', 'tsx', 'main.ts']],
    ['node build/main.js --env=prod', ['build/main.js', '--env=prod']],
  ])('is started without the shell: %s', (command, args) => {
    expect(appCommand(command, temporaryProject())).toEqual({ program: 'node', args, shell: false });
  });

  it.each(['npx ts-node main.ts', 'npx tsx main.ts', 'ts-node main.ts', 'tsx main.ts'])(
    'is run by Node with tsx, where the project has it: %s',
    command => {
      expect(appCommand(command, temporaryProject(TSX))).toEqual(throughTsx);
      expect(appCommand(command, join(temporaryProject({ ...TSX, 'a/b.ts': '' }), 'a'))).toEqual(throughTsx);
      expect(appCommand(command, temporaryProject())).toEqual({ program: command, args: [], shell: true });
    },
  );

  it('is what npx would find, without npx', () => {
    const folder = temporaryProject({ 'node_modules/.bin/ts-node': '' });
    expect(appCommand('npx ts-node -T main.ts', folder)).toEqual({
      program: join(folder, 'node_modules', '.bin', 'ts-node'),
      args: ['-T', 'main.ts'],
      shell: false,
    });
  });

  it.each([
    'node main.js && cp a dist/',
    'A=1 node main.js',
    'node "my app.js"',
    'node $MAIN',
    'node *.js',
    'npx --yes ts-node main.ts',
    'npx node main.js',
    'make synth',
    './synth.sh',
  ])("is the shell's: %s", command => {
    expect(appCommand(command, temporaryProject(TSX))).toEqual({ program: command, args: [], shell: true });
  });
});
