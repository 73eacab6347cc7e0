import type { Ability } from '../shared/route.ts'
import type { Text } from '../shared/words.ts'

/** An ability whose name is one of a feature's list, so that a name that is not on the list does not compile. */
export type NamedAbility<Name extends string> = Ability & { readonly action: Name }

/** The ability of that name among those of a view; undefined where the view does not tell it. */
export function abilityFor<Name extends string>(
  abilities: readonly NamedAbility<Name>[],
  name: NoInfer<Name>,
): NamedAbility<Name> | undefined {
  return abilities.find((one) => one.action === name)
}

export function isAllowed<Name extends string>(abilities: readonly NamedAbility<Name>[], name: NoInfer<Name>): boolean {
  return abilityFor(abilities, name)?.allowed ?? false
}

/** The ability whose name stands in the address of a page, where anything may stand; undefined for a name that the view does not tell. */
export function abilityNamed(abilities: readonly Ability[], name: string): Ability | undefined {
  return abilities.find((one) => one.action === name)
}

/** For an act that the screen itself knows to be out of place: allowed unless there is a reason. */
export function unless(because: Text | false | null | undefined): Pick<Ability, 'allowed' | 'because' | 'clause'> {
  return { allowed: !because, because: because || null, clause: null }
}
