import { needsReason } from '../../../../policy/returns/returns.ts'
import { BareField } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import type { Draft } from '../../../../ui/use-autosave.ts'
import type { ReturnRow } from '../contract.ts'
import { words } from '../words.ts'
import { type Reasons, reasonField } from './use-table.ts'

/** Where the park explains one figure; behind time it must, and where only the park can state it. */
export function ReasonField({ row, draft }: { row: ReturnRow; draft: Draft<Reasons> }) {
  const t = useWords(words)
  const say = useText()
  const { indicator } = row
  const needed = needsReason(row)
  const value = draft.value.reasons[indicator] ?? ''
  const missing = needed && value.trim() === ''
  return (
    <BareField name={reasonField(indicator)} className="return-reason">
      {(describedBy) => (
        <ProseInput
          aria-label={t.reasonOf(say(row.name))}
          aria-required={needed}
          aria-describedby={describedBy}
          status={describedBy ? 'error' : missing ? 'warning' : ''}
          placeholder={missing ? (row.source ? t.statePlaceholder : t.reasonPlaceholder) : undefined}
          rows={missing || value.length > 18 ? 2 : 1}
          most={1000}
          value={value}
          onChange={(text) => draft.change(({ reasons }) => ({ reasons: { ...reasons, [indicator]: text } }))}
        />
      )}
    </BareField>
  )
}
