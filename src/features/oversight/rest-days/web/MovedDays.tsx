import { Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import type { RecentMoves } from '../contract.ts'
import { words } from '../words.ts'
import { MoveTable } from './MoveTable.tsx'

/** Tells whom it concerns which of their days a newer list moved; nothing where none was. */
export function MovedDays({ lists }: { lists: RecentMoves }) {
  const t = useWords(words)
  return lists.map(({ listId, source, movedOn, moves }) => (
    <Section key={listId} title={t.movedTitle} note={t.movedNote(movedOn, source)}>
      <MoveTable moves={moves} />
    </Section>
  ))
}
