import type { Text } from '../../../../shared/words.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Filter } from '../../../../ui/TableToolbar.tsx'
import { words } from '../words.ts'

type Offered = {
  readonly batches: readonly { batchId: string; name: string }[]
  readonly kinds: readonly { kind: string; title: Text }[]
}

/** The filters by batch, where there are several, and by kind. */
export function useNarrowing(offered: Offered | undefined): Filter[] {
  const t = useWords(words)
  const say = useText()
  const batches = offered?.batches ?? []
  const kinds = offered?.kinds ?? []
  return [
    ...(batches.length > 1
      ? [
          {
            name: 'batchId',
            label: t.batch,
            kind: 'select' as const,
            width: 180,
            options: batches.map((one) => ({ value: one.batchId, text: one.name })),
          },
        ]
      : []),
    {
      name: 'kind',
      label: t.kind,
      kind: 'select',
      width: 220,
      options: kinds.map((one) => ({ value: one.kind, text: say(one.title) })),
    },
  ]
}
