import type { Text } from '../../../../shared/words.ts'
import type { GapView } from '../contract.ts'
import type { SectionDraft } from './use-drafts.ts'

/**
 * What is wrong with the fields of a section, by full name (`targets.rows.0.weight`): what the check found, and what the last
 * save refused.
 */
export function fieldErrors(
  section: string,
  draft: Pick<SectionDraft, 'state'>,
  gaps: readonly GapView[],
  say: (text: Text) => string,
): Record<string, string> {
  const errors: Record<string, string> = {}
  const add = (field: string, text: string) => {
    const name = `${section}.${field}`
    errors[name] = errors[name] ? `${errors[name]} ${text}` : text
  }
  for (const gap of gaps) if (gap.section === section && gap.field !== '') add(gap.field, say(gap.text))
  if (draft.state.kind === 'refused') {
    for (const { field, ...text } of draft.state.error.fields) add(field.replace(/^content\.?/, ''), say(text))
  }
  return errors
}
