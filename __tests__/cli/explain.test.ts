import { runCommandLine } from '../../lib/cli/command-line';
import { RULE_CATALOG } from '../../lib/cli/rule-catalog';
import { RULES } from '../../lib/verify/registry';
import { RecordingTerminal, temporaryProject } from './temporary-project';

async function explain(...args: string[]) {
  const terminal = new RecordingTerminal(temporaryProject());
  const exitCode = await runCommandLine(['explain', ...args], '1.2.3', terminal);
  return { exitCode, written: terminal.written, complained: terminal.complained };
}

describe('drydock explain', () => {
  it.each([...RULE_CATALOG])('says what %s means', async (id, { summary, why, fix, see }) => {
    const { exitCode, written } = await explain(id);
    expect(exitCode).toBe(0);
    expect(written).toMatch(new RegExp(`^${id}: (rejected|broken|risky)`));
    for (const text of [summary, why, fix, see]) expect(written).toContain(text);
  });

  it('tells how to accept what can be accepted', async () => {
    expect((await explain('service-without-pods')).written).toContain(
      'ignore: [{ rule: service-without-pods,',
    );
    expect((await explain('api')).written).toContain('cannot be waived');
  });

  it('lists every rule', async () => {
    const { written } = await explain();
    const ids = written
      .trimEnd()
      .split('\n')
      .map(line => line.split(' ')[0]);
    expect(ids).toEqual([...RULE_CATALOG.keys()]);
    expect(ids).toEqual(expect.arrayContaining(RULES.map(({ meta }) => meta.id)));
  });

  it('proposes rules where there is none of the id', async () => {
    expect(await explain('service-without-endpoints')).toEqual({
      exitCode: 2,
      written: '',
      complained: expect.stringMatching(
        /^drydock: there is no rule 'service-without-endpoints'; fix: did you mean .*service-without-pods/,
      ),
    });
    expect((await explain('x')).complained).toContain('drydock explain lists the rules');
  });
});
