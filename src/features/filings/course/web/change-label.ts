import type { Text } from '../../../../shared/words.ts'
import type { ChangeView } from '../contract.ts'
import { words } from './act-words.ts'

/** A row that came or went says so. */
export function ofKind({ zh, en }: Text, kind: ChangeView['kind']): Text {
  const said = kind === 'added' ? words.rowAdded : kind === 'removed' ? words.rowRemoved : null
  return said ? { zh: `${zh}（${said.zh}）`, en: `${en} (${said.en})` } : { zh, en }
}
