// Starts the product on a made-up county of its own and has Schemathesis ask every operation that OpenAPI names, with what its schema
// allows and what it does not: `npm run contract`. A fault of ours, a status that the description does not name, or a body that is not
// as it says, fails. `-- --persona imran.intel` asks as one persona, `--only reports` the paths that have the text, `--examples 20` asks more.
// Not part of `npm test`: a persona takes ten minutes. Says so and stops where Schemathesis is not installed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, folder, given, idsOf, origin, say, signIn, withProduct } from './product.mjs';

if (spawnSync('schemathesis', ['--version']).error) {
  say('Skipped: Schemathesis is not installed. With Python: pip install schemathesis.');
  process.exit(0);
}
const checks = [
  ...['not_a_server_error', 'status_code_conformance'],
  ...['content_type_conformance', 'response_schema_conformance'],
];

/** The description with ids that there are, where lists give them away, and versions that a record may have: requests then come further. */
function withWhatThereIs(description, ids) {
  const known = (name) => ({ type: 'string', enum: [ids.get(name)] });
  const filled = (schema) => {
    for (const [name, of] of Object.entries(schema?.properties ?? {}))
      if (name === 'version') schema.properties[name] = { type: 'integer', enum: [1, 2, 3] };
      else if (ids.has(name) && of.format === 'uuid') schema.properties[name] = known(name);
      else filled(of);
    if (schema?.items) filled(schema.items);
  };
  for (const operations of Object.values(description.paths))
    for (const operation of Object.values(operations)) {
      for (const one of operation.parameters ?? [])
        if (one.in === 'path' && ids.has(one.name)) one.schema = known(one.name);
      filled(operation.requestBody?.content?.['application/json']?.schema);
    }
  return description;
}

async function contract() {
  const only = given('--persona', '');
  const all = await signIn();
  const personas = all.filter(({ persona }) => only === '' || persona === only);
  let failed = 0;
  mkdirSync(folder, { recursive: true });
  for (const { persona, token } of personas) {
    const description = (await ask('GET', '/api/v1/openapi.json', token)).json;
    const ids = await idsOf(description.paths, [{ persona, token }]);
    const file = join(folder, `${persona}.json`);
    writeFileSync(file, JSON.stringify(withWhatThereIs(description, ids)));
    say(`As ${persona}:`);
    const { status } = spawnSync(
      'schemathesis',
      [
        ...['run', file, '-u', origin, '-H', `Authorization: Bearer ${token}`, '-c', checks.join(',')],
        ...['--phases', 'examples,coverage,fuzzing', '-n', given('--examples', '5'), '--continue-on-failure'],
        // What ends the session that asks, or locks its account.
        ...['--exclude-path-regex', 'session|password|account', '--no-color', '--warnings', 'off'],
        ...(given('--only', '') ? ['--include-path-regex', given('--only', '')] : []),
        ...['--suppress-health-check', 'all'],
      ],
      { cwd: folder, stdio: 'inherit' },
    );
    if (status !== 0) failed += 1;
  }
  say(`${personas.length - failed} of ${personas.length} personas were answered as the description says.`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await withProduct(contract);
