import { expect, test } from 'vitest';
import { startConfig } from './config.ts';

test('has a default for everything', () => {
  expect(startConfig({}, '/srv/bailiwick')).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: '/srv/bailiwick/data',
  });
});

test('takes each variable', () => {
  const env = { PORT: '8080', HOST: '0.0.0.0', BAILIWICK_DATA_DIR: '/data', DATABASE_URL: 'postgres://db/x' };
  expect(startConfig(env, '/srv')).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: '/data',
    databaseUrl: 'postgres://db/x',
  });
});

test.each(['abc', '0', '65536', '30.5', '-1'])('refuses the port %s with a sentence', (PORT) => {
  expect(() => startConfig({ PORT }, '/srv')).toThrow(`PORT is "${PORT}", which is not a port`);
});
