import { InstantText } from '../../../../ui/Values.tsx'

/** Who did it, and when. */
export function ByAt({ by, at }: { by: string; at: string }) {
  return (
    <>
      {by} <InstantText at={at} />
    </>
  )
}
