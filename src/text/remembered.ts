/**
 * The same function of a text, which works out the answer to each text once; for as long as whoever holds it. The same menus, titles and
 * addresses stand on every page of a site.
 */
export function remembered<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return text => {
    const earlier = known.get(text);
    if (earlier !== undefined || known.has(text)) return earlier as Answer;
    const answer = answerTo(text);
    known.set(text, answer);
    return answer;
  };
}
