/** The number of this process. */
export const processId = process.pid;

/** Whether a process of this machine runs, whoever it belongs to. */
export function isProcessRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
