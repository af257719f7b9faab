import type { Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { PropError } from '../prop-error';

/**
 * A time as the API writes it: in whole seconds.
 *
 * @param prop the property that holds it.
 * @param construct the construct that was given it, where there is one yet.
 * @throws PropError when it is no whole number of seconds.
 */
export function wholeSeconds(
  prop: string,
  duration: Duration | undefined,
  construct?: IConstruct,
): number | undefined {
  if (duration === undefined) return undefined;
  const milliseconds = duration.toMilliseconds();
  if (milliseconds % 1000 === 0) return milliseconds / 1000;
  throw new PropError({
    construct,
    prop,
    problem: 'must be a whole number of seconds',
    received: duration.toHumanString(),
    allowed: 'Duration.seconds(1), Duration.minutes(5), ...',
    fix: `use Duration.seconds(${Math.ceil(milliseconds / 1000)})`,
  });
}
