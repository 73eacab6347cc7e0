import type { Tx } from '../../../platform/database/connect.ts'
import { placedField, problemText, type TypedText, type TypedTexts } from '../../../shared/typed-text.ts'
import type { CourseFiling, Gap, Kind } from './kind.ts'

/** Everything wrong with a filing as it stands: what is no value of its field, then what the kind finds in the values. */
export async function gapsOf(kind: Kind, tx: Tx, course: CourseFiling, now: Date): Promise<readonly Gap[]> {
  const typed = typedGaps(kind, course)
  const at = new Set(typed.map(({ section, field }) => `${section}.${field}`))
  const found = await kind.gaps(tx, course, now)
  // That a value is missing where somebody wrote something is no second thing to correct.
  return [...typed, ...found.filter(({ section, field }) => !at.has(`${section}.${field}`))]
}

function typedGaps(kind: Kind, { row, content }: CourseFiling): Gap[] {
  return row.sections
    .filter(({ open }) => open)
    .flatMap(({ section, typed }) =>
      placedTexts(kind, section, content[section], typed).map(([, field, text]) => gapOf(section, field, text)),
    )
}

function gapOf(section: string, field: string, typed: TypedText): Gap {
  const { zh, en } = problemText(typed)
  const text = typed.text.length > 40 ? `${typed.text.slice(0, 40)}…` : typed.text
  return {
    section,
    field,
    severity: 'error',
    code: null,
    clause: null,
    text: { zh: `“${text}”：${zh}`, en: `“${text}”: ${en}` },
  }
}

/** The texts whose row is still there; those of rows that are gone go with them. */
export function typedHere(kind: Pick<Kind, 'lists'>, section: string, content: unknown, typed: TypedTexts): TypedTexts {
  return Object.fromEntries(placedTexts(kind, section, content, typed).map(([name, , text]) => [name, text]))
}

type Placed = readonly [name: string, field: string, text: TypedText]

function placedTexts(kind: Pick<Kind, 'lists'>, section: string, content: unknown, typed: TypedTexts): Placed[] {
  const lists = kind.lists?.(section, content) ?? content
  return Object.entries(typed).flatMap(([name, text]): Placed[] => {
    const field = placedField(lists, name)
    return field === null ? [] : [[name, field, text]]
  })
}
