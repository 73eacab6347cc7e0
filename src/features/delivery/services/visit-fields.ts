import { isRefusal, type Refusal, refieldRefusal } from '../../../shared/refusal.ts'

/** A rule names its own field; a form may call it otherwise. */
export function withField<Answer>(answer: Answer | Refusal, names: Readonly<Record<string, string>>): Answer | Refusal {
  return isRefusal(answer) ? refieldRefusal(answer, (field) => names[field] ?? field) : answer
}
