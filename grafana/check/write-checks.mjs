// Writes each dashboard as a TypeScript module, so that the compiler holds it against Grafana's own
// schema: a JSON import would not be checked for unknown properties.
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';

// Grafana's enums as the strings that JSON has for them.
const types = `import type {Dashboard} from '@grafana/schema';
type Json<T> = T extends string ? \`\${T}\` : T extends (infer U)[] ? Json<U>[]
  : T extends object ? {[K in keyof T]: Json<T[K]>} : T;
`;

mkdirSync('target', {recursive: true});
for (const file of readdirSync('../dashboards').filter(name => name.endsWith('.json'))) {
  const json = readFileSync(`../dashboards/${file}`, 'utf8').trim();
  writeFileSync(
    `target/${file.replace('.json', '.check.ts')}`,
    `${types}export default ${json} satisfies Json<Partial<Dashboard>>;\n`);
}
