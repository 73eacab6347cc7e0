import { canonical } from '../shared/canonical.ts'

/**
 * The part of a form that is kept: what a person put into it. A default that was only computed is not among it, so that it is
 * computed anew when the form is opened again.
 */
export function keptPart<Form extends object>(kept: Partial<Form>, form: Form, patch: Partial<Form>): Partial<Form> {
  const put = Object.entries(patch).filter(
    ([name, value]) => name in kept || canonical(value ?? null) !== canonical(form[name as keyof Form] ?? null),
  )
  return { ...kept, ...(Object.fromEntries(put) as Partial<Form>) }
}
