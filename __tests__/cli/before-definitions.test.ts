import { verifyRun } from './verify-run';

const crd = (rule: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: widgets, kind: Widget}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                mode: {type: string, enum: [a, b]}
                size: {type: integer, x-kubernetes-validations: [{rule: ${rule}, message: may not shrink}]}
`;

const widget = (size: number, mode = 'a') =>
  `apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a, namespace: b}\nspec: {size: ${size}, mode: ${mode}}\n`;

const fixed = crd('self >= oldSelf');
const free = crd('self > 0');

/** What a change from one state to the other is said to mean; `crds` holds a definition. */
async function said(old: string, now: string, ...args: string[]): Promise<string> {
  const files = { 'old/a.yaml': old, 'new/a.yaml': now, 'crds/a.yaml': fixed };
  return (await verifyRun(files, 'new', '--before', 'old', '--kubernetes-version', '1.36', ...args)).written;
}

describe('drydock verify --before', () => {
  it('judges custom resources by the definitions of both states, and by those that are elsewhere', async () => {
    const refused = /rejected: spec\.size may not shrink[\s\S]*\[update\]/;
    expect(await said(widget(2), widget(1))).toMatch(/^no findings/m);
    expect(await said(widget(2), widget(1), '--crds', 'crds')).toMatch(refused);
    expect(await said(`${fixed}---\n${widget(2)}`, widget(1))).toMatch(refused);
    expect(await said(widget(2), `${fixed}---\n${widget(1)}`)).toMatch(refused);
    expect(await said(`${fixed}---\n${widget(2)}`, `${free}---\n${widget(1)}`)).toMatch(/^no findings/m);
    // What was wrong before is let be, as it is or beside a change.
    expect(await said(widget(1, 'z'), widget(2, 'z'), '--crds', 'crds')).toMatch(/^no findings/m);
    expect(await said(widget(1, 'z'), widget(1, 'z'), '--crds', 'crds')).toMatch(/^no findings/m);
    expect(await said(widget(1, 'z'), widget(1, 'y'), '--crds', 'crds')).toMatch(/rejected: spec\.mode/);
  });

  it('passes over what the server puts back', async () => {
    const namespace = (finalizer: string) =>
      `apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\nspec: {finalizers: [${finalizer}]}\n`;
    expect(await said(namespace('kubernetes'), namespace('x'))).toMatch(/^no findings/);
    expect(await said(namespace('kubernetes').replace('name: a', 'name: b'), namespace('x'))).toMatch(
      /rejected: spec\.finalizers/,
    );
  });
});
