import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../lib/verify/registry';
import { rulesPage } from './rules/rules-page';

const page = join(__dirname, '..', 'docs', 'rules.md');
writeFileSync(page, rulesPage(RULES));
process.stdout.write(`wrote docs/rules.md: ${RULES.length} rules\n`);
