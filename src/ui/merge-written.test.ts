import { describe, expect, it } from 'vitest'
import type { TypedText } from '../shared/typed-text.ts'
import { mergeWritten, type Written } from './merge-written.ts'

const nonsense = (text: string): TypedText => ({ text, problem: 'notANumber' })
const firms = (staff: number | null, name = '甲') => ({ rows: [{ id: 'a', name, staff }] })
const cell = 'rows.a.staff'
const base: Written = { content: firms(60), typed: {} }
const valued: Written = { content: firms(62), typed: {} }
const texted: Written = { content: firms(null), typed: { [cell]: nonsense('六十一') } }

describe('a value and the text in its place, changed by two', () => {
  it('follow the choice together, whichever side holds the text', () => {
    expect(mergeWritten(base, valued, texted)).toEqual({
      withMine: valued,
      withTheirs: texted,
      asked: valued,
      base,
      clashes: true,
    })
    expect(mergeWritten(base, texted, valued)).toEqual({
      withMine: texted,
      withTheirs: valued,
      asked: texted,
      base,
      clashes: true,
    })
  })

  it('clash where both hold a text, and not where they hold the same', () => {
    const other: Written = { content: firms(null), typed: { [cell]: nonsense('六十二') } }
    expect(mergeWritten(base, other, texted)).toMatchObject({ withMine: other, withTheirs: texted, clashes: true })
    expect(mergeWritten(base, texted, texted)).toMatchObject({ withMine: texted, clashes: false })
  })

  it('stand as the only one who changed them left them', () => {
    const renamed = { content: firms(60, '乙'), typed: {} }
    const both = { content: firms(null, '乙'), typed: texted.typed }
    expect(mergeWritten(base, renamed, texted)).toMatchObject({ withMine: both, withTheirs: both, clashes: false })
    expect(mergeWritten(base, texted, renamed)).toMatchObject({ withMine: both, withTheirs: both, clashes: false })
    // a text that was put right by one stays so, though the other wrote elsewhere
    const right = { content: firms(61), typed: {} }
    expect(mergeWritten(texted, right, { content: firms(null, '乙'), typed: texted.typed })).toMatchObject({
      withMine: { content: firms(61, '乙'), typed: {} },
      clashes: false,
    })
  })

  it('go with their row, and come back with it', () => {
    const without: Written = { content: { rows: [] }, typed: {} }
    expect(mergeWritten(base, without, texted)).toMatchObject({ withMine: without, withTheirs: texted, clashes: true })
  })

  it('are one in a part within a part, and in a field that was not there', () => {
    const inner = (one: Written): Written => ({ content: { content: one.content }, typed: one.typed })
    expect(mergeWritten(inner(base), inner(valued), inner(texted))).toMatchObject({
      withMine: inner(valued),
      withTheirs: inner(texted),
    })
    const bare: Written = { content: { rows: [{ id: 'a' }] }, typed: {} }
    const written: Written = { content: { rows: [{ id: 'a' }] }, typed: texted.typed }
    expect(mergeWritten(bare, valued, written)).toMatchObject({ withMine: valued, withTheirs: written, clashes: true })
  })
})
