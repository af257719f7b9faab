import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** Judges resources with their subresources, such as `pods`, `pods/log`, `pods/*`: none may be covered twice. */
export function validateResources(resources: readonly string[], path: FieldPath, errors: FieldErrors): void {
  if (resources.length === 0) errors.required(path, "must hold a resource, or '*'");
  const allSubresources = new Set<string>();
  const allResources = new Set<string>();
  let endsPlain = false;
  for (const [index, text] of resources.entries()) {
    if (text === '') {
      errors.required(path.index(index));
      continue;
    }
    const slash = text.indexOf('/');
    if (slash < 0) {
      endsPlain = text !== '*';
      continue;
    }
    const resource = text.slice(0, slash);
    const subresource = text.slice(slash + 1);
    if (allSubresources.has(resource))
      errors.invalid(path.index(index), text, `is covered by '${resource}/*'`);
    if (allResources.has(subresource))
      errors.invalid(path.index(index), text, `is covered by '*/${subresource}'`);
    if (subresource === '*') allSubresources.add(resource);
    if (resource === '*') allResources.add(subresource);
  }
  if (resources.length > 1 && resources.includes('*/*')) {
    errors.invalid(path, resources, "must hold nothing else beside '*/*'");
  }
  // The server looks at the last resource without a subresource alone.
  if (resources.includes('*') && endsPlain) {
    errors.invalid(path, resources, "must hold no other resource beside '*'");
  }
}
