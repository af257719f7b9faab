import type { Rule } from '../rule';
import { absentService } from '../rules/absent-service';
import { webhookService } from '../rules/webhook-service';

/** The rules of what the API server calls, in the order of the alphabet. */
export const RULES: readonly Rule[] = [absentService, webhookService];
