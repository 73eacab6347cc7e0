import { Figure } from '../../../../ui/Figures.tsx'
import { pilotFigures } from '../figures-contract.ts'

type Props = { pilot: { readonly pilotId: string; readonly services: number; readonly servicesCounted: number } }

/** How many services of a pilot count, of all it has; each opens its list. */
export function ServicesCounted({ pilot: { pilotId, services, servicesCounted } }: Props) {
  const links = pilotFigures(pilotId)
  return (
    <>
      <Figure to={links.servicesCounted}>{servicesCounted}</Figure> / <Figure to={links.services}>{services}</Figure>
    </>
  )
}
