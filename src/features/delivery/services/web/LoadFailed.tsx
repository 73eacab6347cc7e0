import { Async } from '../../../../ui/Async.tsx'

/** A list that could not be loaded, with a way to try again. */
export function LoadFailed({ view }: { view: { readonly error: unknown; readonly refetch: () => unknown } }) {
  return <Async view={{ ...view, data: undefined }}>{() => null}</Async>
}
