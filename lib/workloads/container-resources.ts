import { k8s } from 'cdk8s-plus-28';
import { StorageSize, type StorageSizeLike } from '../storage/storage-size';
import type { ContainerResources } from './container-props';

/** Requests and limits as the API writes them; undefined where none are given. */
export function renderResources(resources: ContainerResources = {}): k8s.ResourceRequirements | undefined {
  const requests = amounts(resources, 'request');
  const limits = amounts(resources, 'limit');
  return requests || limits ? { requests, limits } : undefined;
}

function amounts(
  { cpu, memory, ephemeralStorage, extended }: ContainerResources,
  bound: 'request' | 'limit',
): Record<string, k8s.Quantity> | undefined {
  const named: [string, string | undefined][] = [
    ['cpu', cpu?.[bound]?.amount],
    ['memory', bytes(memory?.[bound])],
    ['ephemeral-storage', bytes(ephemeralStorage?.[bound])],
    ...Object.entries(extended ?? {}).map(([name, amount]): [string, string] => [name, String(amount)]),
  ];
  const given = named.flatMap(([name, amount]) =>
    amount === undefined ? [] : [[name, k8s.Quantity.fromString(amount)]],
  );
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function bytes(size: StorageSizeLike | undefined): string | undefined {
  return size === undefined ? undefined : StorageSize.from(size).toString();
}
