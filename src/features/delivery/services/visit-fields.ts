import { isRefusal, Refusal } from '../../../shared/refusal.ts'

/** A rule names its own field; a form may call it otherwise. */
export function withField<Answer>(answer: Answer | Refusal, names: Readonly<Record<string, string>>): Answer | Refusal {
  if (!isRefusal(answer) || answer.field === null) return answer
  return new Refusal(answer.code, answer.clause, answer.facts, names[answer.field] ?? answer.field)
}
