import { asName, asOneOf, asUscc } from '../../../platform/workbook/cells.ts'
import { column, type RowOf, type Table } from '../../../platform/workbook/columns.ts'
import { type Post, postList, posts } from '../../../policy/people/roles.ts'
import { words } from './words.ts'

/** Accounts as a table: each row is a person's post in a unit. */
export const accountTable = {
  title: words.title,
  columns: [
    column('unit', {
      title: words.unit,
      aliases: ['单位名称', 'Unit name'],
      required: true,
      parse: asName(100),
      width: 30,
    }),
    column('uscc', { title: words.uscc, required: false, parse: asUscc, width: 24, hint: words.usccHint }),
    column('post', {
      title: words.post,
      required: true,
      parse: asOneOf<Post>(posts),
      show: (post: Post) => posts[post].zh,
      options: postList.map((post) => posts[post]),
      width: 22,
    }),
    column('name', {
      title: words.name,
      aliases: ['账号名称', 'Account name'],
      required: true,
      parse: asName(60),
      width: 34,
      example: '嘉善县经信局·经办',
      hint: words.nameHint,
    }),
  ] as const,
} satisfies Table

export type ReadAccountRow = RowOf<(typeof accountTable)['columns']>
