/** Waits for `promise`, at most so many milliseconds: null when time is up, a rejection when `signal` aborts first. */
export function inTime<Value>(promise: Promise<Value>, milliseconds: number, signal: AbortSignal): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const onAbort = (): void => {
      stop();
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      stop();
      resolve(null);
    }, milliseconds);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    promise.then(resolve, reject).finally(stop);
  });
}
