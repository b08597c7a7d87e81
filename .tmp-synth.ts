import { testSynthesis } from './test/cdk/synthesis.ts';
import { writeFileSync } from 'node:fs';
const t=Date.now();
const s = await testSynthesis();
console.log('ms', Date.now()-t, s.folder);
for (const b of s.bundles) console.log(b.name, b.bytes, b.commands.map(c=>c.service+':'+c.command).join(' '));
const counts: Record<string,number>={}; for (const r of Object.values(s.template.Resources)) counts[r.Type]=(counts[r.Type]??0)+1; console.log(counts);
writeFileSync('/tmp/template.json', s.text);
