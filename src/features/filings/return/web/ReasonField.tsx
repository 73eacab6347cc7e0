import { BareField } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import type { Draft } from '../../../../ui/use-autosave.ts'
import type { ReturnRow } from '../contract.ts'
import { words } from '../words.ts'
import { type Reasons, reasonField } from './use-table.ts'

/** Where the park explains one figure; behind time it must. */
export function ReasonField({ row, draft }: { row: ReturnRow; draft: Draft<Reasons> }) {
  const t = useWords(words)
  const say = useText()
  const { indicator, gap } = row
  const value = draft.value.reasons[indicator] ?? ''
  const missing = gap !== null && gap < 0 && value.trim() === ''
  return (
    <BareField name={reasonField(indicator)} className="return-reason">
      {(describedBy) => (
        <ProseInput
          aria-label={t.reasonOf(say(row.name))}
          aria-required={gap !== null && gap < 0}
          aria-describedby={describedBy}
          status={describedBy ? 'error' : missing ? 'warning' : ''}
          placeholder={missing ? t.reasonPlaceholder : undefined}
          rows={missing || value.length > 18 ? 2 : 1}
          most={1000}
          value={value}
          onChange={(text) => draft.change(({ reasons }) => ({ reasons: { ...reasons, [indicator]: text } }))}
        />
      )}
    </BareField>
  )
}
