/** The shape that addresses of one kind share: digits and random tokens apart, query by the names of its parameters. */
export function templateOf(url: string): string {
  const names = new Set(parametersOf(url).map(([name]) => name.replace(/\d+/g, '0')));
  return names.size === 0 ? placeOf(url) : `${placeOf(url)}?${[...names].sort().join('&')}`;
}

/** The shape without the query: what one program or one template of a site answers for. */
export const placeOf = (url: string): string =>
  url
    .replace(/[?#].*$/s, '')
    .replace(randomToken, '*')
    .replace(/\d+/g, '0');

/** Name and rest of each parameter, in order; none for an address without a query. */
export function parametersOf(url: string): readonly (readonly [name: string, value: string])[] {
  const [, query = ''] = url.split('#', 1)[0]!.split('?', 2);
  return query.split('&').flatMap(parameter => {
    const end = parameter.indexOf('=');
    if (parameter === '') return [];
    return [end < 0 ? ([parameter, ''] as const) : ([parameter.slice(0, end), parameter.slice(end + 1)] as const)];
  });
}

const randomToken = /(?=[0-9a-f-]*\d)(?=[0-9a-f-]*[a-f])[0-9a-f-]{8,}/gi;
