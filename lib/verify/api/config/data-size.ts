/** How many bytes the values of a ConfigMap or a Secret may have together. */
export const MAX_DATA_BYTES = 1024 * 1024;
