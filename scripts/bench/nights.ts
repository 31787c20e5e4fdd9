/**
 * Audits the simulated city on two nights that follow each other, in one data folder, and prints what each night cost as one line of JSON.
 * Usage: node nights.ts [unit ids, separated by commas]
 */
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { readCityUnits } from '../../fixtures/city/unit-file.ts';
import { auditNights } from '../accuracy/audit-nights.ts';
import type { NightFigures } from './result.ts';

const [ids = ''] = process.argv.slice(2);
const firstNight = 20;

// Counted where the city is served, in this same process: what left it, whoever asked (the program or its browser).
const sockets = new Set<Socket>();
let bytesOfClosed = 0;
let requests = 0;
subscribe('net.server.socket', message => {
  const { socket } = message as { socket: Socket };
  sockets.add(socket);
  socket.on('close', () => {
    sockets.delete(socket);
    bytesOfClosed += socket.bytesWritten;
  });
});
subscribe('http.server.request.start', () => {
  requests++;
});
const bytesSoFar = (): number => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, bytesOfClosed);

/** Counters at the end of each night. */
const counted = new Map<number, { readonly requests: number; readonly bytes: number }>();
const { nights } = await auditNights({
  units: readCityUnits(),
  audited: ids.split(',').filter(id => id !== ''),
  nights: [firstNight, firstNight + 1],
  onUnit: night => counted.set(night, { requests, bytes: bytesSoFar() }),
});

const figures = nights.map(({ night, seconds, units }): NightFigures => {
  const [end, start] = [counted.get(night)!, counted.get(night - 1) ?? { requests: 0, bytes: 0 }];
  return {
    night,
    units: units.length,
    seconds: Math.round(seconds * 100) / 100,
    requests: end.requests - start.requests,
    bytes: end.bytes - start.bytes,
  };
});
process.stdout.write(`${JSON.stringify(figures)}\n`);
