import { type Score, score, sumOf } from '../../scripts/conformance/score';
import { scoreUpdates, sumOfUpdates, type UpdateScore } from '../../scripts/conformance/update-score';
import { updateVerdicts } from '../../scripts/conformance/update-verdicts';
import {
  createVerdicts,
  isRecorded,
  RECORDED_VERSIONS,
  type RecordedVersion,
} from '../../scripts/conformance/verdicts';

/** What the verifier has reached on the recorded verdicts, in percent; it may only rise. */
interface Floor {
  readonly recall: number;
  /** How often an error type and field are the server's. */
  readonly field: number;
  readonly falselyRejected: number;
  /** How many updates are accepted or refused as the server did. */
  readonly updates: number;
  /** Updates that are refused, and the server took. */
  readonly falselyRefused: number;
}

const FLOORS: Readonly<Record<RecordedVersion, Floor>> = {
  '1.28': { recall: 99.9, field: 99.9, falselyRejected: 0, updates: 99.9, falselyRefused: 0 },
  '1.36': { recall: 99.9, field: 99.9, falselyRejected: 0, updates: 99.9, falselyRefused: 0 },
};

if (!isRecorded())
  process.stderr.write('the recorded verdicts are not beside the repository: not compared\n');

describe.each(RECORDED_VERSIONS)('against a real server of %s', version => {
  let total: Score;
  let updates: UpdateScore;

  beforeAll(() => {
    if (!isRecorded()) return;
    total = sumOf(score(createVerdicts(), version).byKind.values());
    updates = sumOfUpdates(
      scoreUpdates(updateVerdicts().filter(row => row.version === version)).byKind.values(),
    );
  });

  const test = isRecorded() ? it : it.skip;

  test('it finds what the server rejects', () => {
    expect((100 * total.caught) / total.rejected).toBeGreaterThanOrEqual(FLOORS[version].recall);
  });

  test('it rejects nothing that the server takes', () => {
    expect(total.falselyRejected).toBeLessThanOrEqual(FLOORS[version].falselyRejected);
  });

  test("it names the server's error type and field", () => {
    expect((100 * total.agreeing) / total.validated).toBeGreaterThanOrEqual(FLOORS[version].field);
  });

  test('it judges updates as the server does', () => {
    expect((100 * (updates.right + updates.explained)) / updates.updates).toBeGreaterThanOrEqual(
      FLOORS[version].updates,
    );
  });

  test('it refuses no update that the server takes', () => {
    expect(updates.falseUpdates + updates.falseCreates).toBeLessThanOrEqual(FLOORS[version].falselyRefused);
  });
});
