/**
 * What of an answer's head is read along with its page: the type, who answered, and the names of the cookies that came with it, by which
 * walls are told. Moments, lengths, tags and the values of cookies are new at every answer and say nothing about the page; left out here,
 * no recogniser can depend on them. `headers`: names in lower case.
 */
export function headForReading(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { 'content-type': type, server, 'set-cookie': cookies } = headers;
  return {
    ...(type === undefined ? {} : { 'content-type': type }),
    ...(server === undefined ? {} : { server }),
    ...(cookies === undefined ? {} : { 'set-cookie': cookieNames(cookies) }),
  };
}

const cookieNames = (cookies: string): string => cookies.replace(/\bexpires=\w+, /gi, 'expires=').replace(/=[^;,]*/g, '=');
