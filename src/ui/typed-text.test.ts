import { expect, it } from 'vitest'
import { placedField, problemText } from '../shared/typed-text.ts'
import { localFilesIn, withSentFiles } from './local-file.ts'

it('finds the row of a text by its id, wherever it stands now, and none where it is gone', () => {
  const content = { agencies: [{ id: 'a' }, { id: 'b' }], fields: { sum: null } }
  expect(placedField(content, 'agencies.b.kind')).toBe('agencies.1.kind')
  expect(placedField(content, 'agencies.c.kind')).toBeNull()
  expect(placedField(content, 'fields.sum')).toBe('fields.sum')
  expect(placedField(null, 'fields.sum')).toBe('fields.sum')
})

it('says a range in the words of what it is a range of', () => {
  expect(problemText({ problem: 'outOfRange', to: '2026-05-12' }).zh).toBe('不得晚于 2026-05-12')
  expect(problemText({ problem: 'outOfRange', from: '0.00' }).zh).toBe('不得小于 0.00')
  expect(problemText({ problem: 'outOfRange', from: '2020', to: '2100' }).en).toBe('Between 2020 and 2100')
})

it('puts the ids of the server where files of this device stood, and only there', () => {
  const body = { content: 'local 文件', photos: ['local:1', 'f-2'], files: [{ proof: 'photo', fileId: 'local:3' }] }
  expect(localFilesIn(body)).toEqual(['local:1', 'local:3'])
  const sent = new Map([
    ['local:1', 'f-1'],
    ['local:3', 'f-3'],
  ])
  expect(withSentFiles(body, sent)).toEqual({
    content: 'local 文件',
    photos: ['f-1', 'f-2'],
    files: [{ proof: 'photo', fileId: 'f-3' }],
  })
})
