using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>What the lexicon knows of an organization.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Parent">Canonical name of its owner; null where unknown.</param>
/// <param name="Location">Its seat: a country, or a place in China; null where unknown.</param>
public sealed record OrganizationFacts(OrganizationType Type, ImmutableArray<OrganizationAlias> Aliases, string? Parent, string? Location);

/// <summary>Public knowledge about organizations and places, as assembly needs it.</summary>
public interface IOrganizationFacts
{
    /// <summary>What is known of a canonical name; null for an unknown organization.</summary>
    OrganizationFacts? Find(string name);

    /// <summary>Whether a place lies outside China.</summary>
    bool IsForeign(string place);
}
