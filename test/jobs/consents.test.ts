import { expect, test } from 'vitest';
import { consentsOf } from '../../src/jobs/consents.ts';
import { Unit } from '../../src/model/unit.ts';

const consent = { inFlight: 8, gapSeconds: 0.1, approvedBy: '王某', on: '2026-11-01', until: '2026-11-30' };
const unit = (id: string, ...sites: readonly object[]) => Unit.parse({ id, name: `${id}局`, type: 'department', sites });

test('a consent holds for the host of its site, both days included, as the calendar shows them where the units are', () => {
  const roster = [
    unit('a', { url: 'https://a.example/', disclosureUrl: 'https://zwgk.example/a/', consent }),
    unit('b', { url: 'https://b.example/' }),
  ];
  expect([...consentsOf(roster)]).toEqual([
    ['a.example', { inFlight: 8, gapSeconds: 0.1, from: Date.parse('2026-10-31T16:00:00Z'), until: Date.parse('2026-11-30T16:00:00Z') }],
  ]);
});

test.for<[name: string, ...others: object[]]>([
  ['another unit’s site', { url: 'https://a.example/b/' }],
  ['another unit’s section', { url: 'https://b.example/', disclosureUrl: 'https://a.example/b/' }],
  [
    'another unit’s prefix, although it agreed for its own host',
    { url: 'https://b.example/', prefixes: ['https://a.example/b/'], consent },
  ],
])('a section cannot agree for the platform: %s', ([, ...others]) => {
  for (const roster of [
    [unit('a', { url: 'https://a.example/a/', consent }), unit('b', ...others)],
    [unit('b', ...others), unit('a', { url: 'https://a.example/a/', consent })],
  ])
    expect([...consentsOf(roster).keys()]).not.toContain('a.example');
});

test('of several consents for one host the narrowest holds', () => {
  const later = { ...consent, inFlight: 4, gapSeconds: 0.2, on: '2026-11-10', until: '2026-12-31' };
  const roster = [unit('a', { url: 'https://a.example/a/', consent }), unit('b', { url: 'https://a.example/b/', consent: later })];
  expect(consentsOf(roster).get('a.example')).toEqual({
    inFlight: 4,
    gapSeconds: 0.2,
    from: Date.parse('2026-11-09T16:00:00Z'),
    until: Date.parse('2026-11-30T16:00:00Z'),
  });
});
