import { describe } from 'vitest';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { testStore } from './contract.ts';

describe('a store in memory', () => testStore({ fresh: () => sqliteDialect(':memory:'), again: null }));
