import type { Zip } from '../files/zip.ts'
import { relationsOf, relationsPart, scanPart } from './package.ts'
import type { CellComment } from './sheets.ts'

/** No more are told of one sheet, and no more characters of each. */
const limits = { comments: 200, length: 200 }

/** What people have noted on the cells of a sheet; replies to a note stand in its text. */
export async function readComments(zip: Zip, sheet: string): Promise<CellComment[]> {
  const relations = await relationsOf(zip, relationsPart(sheet), sheet.slice(0, sheet.lastIndexOf('/') + 1))
  const part = relations.find(({ type }) => type.endsWith('/comments'))?.target
  if (part === undefined || !zip.find(part)) return []
  const comments: CellComment[] = []
  let cell = ''
  let text = ''
  let inText = false
  await scanPart(zip, part, {
    open(name, attribute) {
      if (name === 'comment') {
        cell = attribute('ref') ?? ''
        text = ''
      }
      inText = name === 't'
    },
    close(name) {
      const shown = text.replace(/\s+/g, ' ').trim()
      if (name === 'comment' && shown !== '' && comments.length < limits.comments) comments.push({ cell, text: shown })
      inText = false
    },
    text(piece) {
      if (inText && text.length < limits.length) text += piece.slice(0, limits.length - text.length)
    },
  })
  return comments
}
