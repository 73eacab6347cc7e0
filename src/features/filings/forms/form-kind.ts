import type { z } from 'zod'
import type { Acting } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { formChanges } from '../../../policy/filings/form-changes.ts'
import { maskedPart } from '../../../policy/filings/form-masks.ts'
import {
  emptyForm,
  type FormContent,
  type FormGap,
  type FormKind,
  type FormSection,
  formGaps,
  forms,
  impossibleDays,
} from '../../../policy/filings/forms.ts'
import { allRefusals, both, refuse, refuseDay } from '../../../policy/guide/refuse.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import type { Done, Kind } from '../course/public.ts'
import { type Duty, dueDayOf } from '../owed/public.ts'
import { formShape } from './form-shape.ts'
import { changeInWords } from './worded-changes.ts'

type Asked = { readonly tx: Tx; readonly now: Date }

/** What one form adds to what every form does. */
export type FormHooks = {
  /** What the form begins with instead of nothing filled in. */
  readonly draft?: (asked: Asked, duty: Duty) => Promise<FormContent>
  /** How a new draft goes into what a person has made of the old one. */
  readonly refresh?: (before: FormContent, fresh: FormContent) => FormContent
  /** Why a section cannot even be saved. */
  readonly admits?: (duty: Duty, section: string, content: FormContent[string]) => Refusal | null
  /** What this form is checked for besides what every form is. */
  readonly gaps?: (duty: Duty, content: FormContent, asked: Asked) => FormGap[] | Promise<FormGap[]>

  /** Whether something later stands on it, so that only its text can be opened again. */
  readonly builtUpon?: (tx: Tx, duty: Duty) => Promise<boolean>
  /** What comes into force when it is over. */
  readonly onDone?: (acting: Acting, duty: Duty, done: Done<FormContent>) => Promise<void>
  /** What ends with it when it is opened again. */
  readonly onReopened?: (acting: Acting, filingId: string) => Promise<void>
}

/** A form as a kind of filing: its shape, draft, checks and changes are drawn from its definition (`policy/filings/forms.ts`). */
export function formKind(kind: FormKind, hooks: FormHooks): Kind<FormContent> {
  const { draft, refresh, admits, gaps, builtUpon, onDone, onReopened } = hooks
  const sectionOf = (id: string): FormSection => {
    const found = forms[kind].find((one) => one.id === id)
    if (!found) throw new Error(`${kind} has no section ${id}`)
    return found
  }
  const begin = async (asked: Asked, duty: Duty) => (await draft?.(asked, duty)) ?? emptyForm(kind)
  return {
    shapes: Object.fromEntries(forms[kind].map((section): [string, z.ZodType] => [section.id, formShape(section)])),

    open: async ({ tx, now }, duty) => ({ dueOn: await dueDayOf(tx, duty), sections: await begin({ tx, now }, duty) }),

    keep: async (_, { duty, content }, id, sent) => {
      const section = sectionOf(id)
      if (section.made) throw refuse('filing.section-made', duty.rule.clause, both('section', section))
      const written = sent as FormContent[string]
      const bad = impossibleDays(section, written).map(({ day, field }) =>
        refuseDay(day, duty.rule.clause, `content.${field}`),
      )
      const no = allRefusals(...bad, admits?.(duty, id, written) ?? null)
      if (no) throw no
      // The drafted figures beside a text are the product's own; nobody writes them.
      return { ...content[id], ...written }
    },

    inPart: (id, content) => maskedPart(sectionOf(id), content as FormContent[string]),

    ...(refresh
      ? { refresh: async (tx, { duty, content }, now) => refresh(content, await begin({ tx, now }, duty)) }
      : {}),

    gaps: async (tx, { duty, content }, now) =>
      [...formGaps(kind, content), ...((await gaps?.(duty, content, { tx, now })) ?? [])].map(
        ({ section, field, severity, zh, en }) => ({
          section,
          field,
          severity,
          code: null,
          clause: null,
          text: { zh, en },
        }),
      ),

    builtUpon: async (tx, duty) => (await builtUpon?.(tx, duty)) ?? false,

    onDone: async (acting, { duty }, done) => onDone?.(acting, duty, done),

    onReopened: async (acting, { row }) => onReopened?.(acting, row.id),

    changes: (before, after, { pilots }) => {
      const parkName = (parkId: string) => pilots.find((pilot) => pilot.parkId === parkId)?.parkName ?? parkId
      return formChanges(kind, before, after).map((change) => changeInWords(kind, change, parkName))
    },
  }
}
