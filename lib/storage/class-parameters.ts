/** A value that a driver reads as text. */
export type ParameterValue = string | number | boolean | undefined;

/** The parameters of a class as the API writes them, all text; undefined where none is given. */
export function classParameters(
  given: Readonly<Record<string, ParameterValue>>,
  further: Readonly<Record<string, string>> = {},
): Record<string, string> | undefined {
  const typed = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const parameters: Record<string, string> = { ...further, ...Object.fromEntries(typed) };
  return Object.keys(parameters).length > 0 ? parameters : undefined;
}

/** The parameter by which the external provisioner learns the file system, whatever the driver. */
export const FS_TYPE_PARAMETER = 'csi.storage.k8s.io/fstype';
