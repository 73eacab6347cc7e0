import { z } from 'zod'
import { lineInput, nameInput } from '../../src/shared/inputs.ts'
import type { Probe, SourceFile } from './tree.ts'

const contract = 'src/features/filings/plan/contract.ts'
const shape = 'src/features/filings/forms/form-shape.ts'
const file = (path: string, text: string, module?: Record<string, unknown>): SourceFile =>
  module ? { path, text, module } : { path, text }
const route = (body: z.ZodType) => ({
  body,
  path: '/api/plans',
  search: z.strictObject({}),
  params: z.strictObject({}),
})

const screen = 'src/features/filings/plan/web/PlanEditor.tsx'

export const inputProbes: readonly Probe[] = [
  {
    rule: 'a button that refuses says why in sight',
    planted: 'a bare disabled button, also behind an arrow, and in the properties of a dialog',
    files: [
      file(
        screen,
        '<Button disabled>a</Button>\n<button onClick={() => go(1)}\n  disabled={x}>b</button>\n<Modal okButtonProps={{ disabled: !x }} />',
      ),
    ],
    caught: [`${screen}:1`, `${screen}:2`, `${screen}:4`],
    innocent: [
      file(
        screen,
        '<Button onClick={() => go(1)}>a</Button>\n<Input disabled={x} />\n<Modal okButtonProps={{ danger: true }} disabled />',
      ),
      file('src/ui/ImportButton.tsx', '<Button disabled={x}>a</Button>'),
    ],
  },
  {
    rule: 'what is taken in is cleaned first',
    planted: 'a text that is cut, counted or matched before it is cleaned',
    files: [
      file(
        contract,
        'const a = z.string().trim().max(20)\nconst b = z\n  .string()\n  .max(18)\nconst c = z.coerce.string().min(1)',
      ),
      file(shape, 'return z.string().regex(/x/)'),
    ],
    caught: [`${contract}:1`, `${contract}:2`, `${contract}:5`, `${shape}:1`],
    innocent: [
      file(contract, 'const a = nameInput(20)\nconst reply = z.string().nullable()\nconst b = z.array(z.string())'),
      file('src/platform/x.ts', 'z.string().max(3)'),
    ],
  },
  {
    rule: 'what is taken in is cleaned first',
    planted: 'a text that a route takes as it comes, however deep',
    files: [
      file(contract, '\nexport const edit = route({})\nexport const other = route({})', {
        edit: route(z.strictObject({ rows: z.array(z.strictObject({ name: z.string().optional() })) })),
        other: route(z.strictObject({ name: z.union([z.string(), z.uuid()]) })),
      }),
    ],
    caught: [`${contract}:2`, `${contract}:3`],
    innocent: [
      file(contract, 'export const edit = route({})', {
        edit: route(z.strictObject({ name: nameInput(20), titles: z.array(lineInput(9)).optional(), id: z.uuid() })),
      }),
    ],
  },
  {
    rule: 'a form is asked about as it stands',
    planted: 'a dialog and a page with a number, which hold everything back until it can be read',
    files: [file(screen, '<ActDialog onOk={send}>\n<MoneyInput /></ActDialog>\nunlessFaulty(send)')],
    caught: [`${screen}:1`, `${screen}:3`],
    innocent: [
      file(screen, '<ActDialog onOk={send} onAsk={send}><DayInput /></ActDialog>\nunlessFaulty(send, send)'),
      file(screen, '<ActDialog onOk={send}><ProseInput /></ActDialog>\nunlessFaulty(send)'),
    ],
  },
  {
    rule: 'a dialog keeps what is typed',
    planted: 'a dialog with a field and nothing that holds it',
    files: [
      file(
        screen,
        '<ConfirmDialog\n  open\n  onConfirm={() => go(1)}\n>\n  <Field name="a">{(bind) => <DayInput {...bind} />}</Field>\n</ConfirmDialog>\n<ActDialog>\n<LineInput /></ActDialog>',
      ),
    ],
    caught: [`${screen}:1`, `${screen}:7`],
    innocent: [
      file(
        screen,
        '<ActDialog typed={typed}><Field name="a">{x}</Field></ActDialog>\n<ConfirmDialog open reason={reason}><p>a</p></ConfirmDialog>\n<Field name="b">{y}</Field>',
      ),
    ],
  },
  {
    rule: 'no field cuts what is pasted',
    planted: 'a field, plain or of the library, with a length of its own',
    files: [
      file('src/features/filings/plan/web/A.tsx', 'return <Input.TextArea\n  rows={2}\n  maxLength={20} />'),
      file('src/ui/Cell.tsx', 'return <textarea {...rest} maxLength="3" />'),
    ],
    caught: ['src/features/filings/plan/web/A.tsx:3', 'src/ui/Cell.tsx:1'],
    innocent: [
      file('src/features/filings/plan/web/A.tsx', 'return <ProseInput rows={2} most={20} />'),
      file('src/features/filings/plan/a.test.ts', 'fc.string({ maxLength: 3 })'),
    ],
  },
]
