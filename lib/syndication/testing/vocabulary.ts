/** What schema.org says of one type. */
type TypeDefinition = Readonly<{
  parents: readonly string[];
  /** Those that name this type as a domain, parted by spaces. */
  properties: string;
}>;

/**
 * The part of schema.org's vocabulary that pages use: the types and their ancestors, each with its
 * properties. Taken from the declarations of the npm package schema-dts 2.1.0, which are generated
 * from schema.org's own release; superseded properties are not in it, and ancestors that add no
 * property (Intangible, StructuredValue) are left out.
 */
export const vocabulary: Readonly<Record<string, TypeDefinition>> = {
  AboutPage: {
    parents: ['WebPage'],
    properties: '',
  },
  Action: {
    parents: ['Thing'],
    properties:
      'actionProcess actionStatus agent endTime error instrument location object participant provider result startTime target',
  },
  Article: {
    parents: ['CreativeWork'],
    properties:
      'articleBody articleSection backstory pageEnd pageStart pagination speakable wordCount',
  },
  BreadcrumbList: {
    parents: ['ItemList'],
    properties: '',
  },
  CollectionPage: {
    parents: ['WebPage'],
    properties: '',
  },
  Comment: {
    parents: ['CreativeWork'],
    properties: 'downvoteCount parentItem sharedContent upvoteCount',
  },
  ContactPage: {
    parents: ['WebPage'],
    properties: '',
  },
  ContactPoint: {
    parents: ['Thing'],
    properties:
      'areaServed availableLanguage contactOption contactType email faxNumber hoursAvailable productSupported serviceArea telephone',
  },
  CorrectionComment: {
    parents: ['Comment'],
    properties: '',
  },
  CreativeWork: {
    parents: ['Thing'],
    properties:
      'about abstract accessMode accessModeSufficient accessibilityAPI accessibilityControl accessibilityFeature accessibilityHazard accessibilitySummary accountablePerson acquireLicensePage aggregateRating alternativeHeadline archivedAt assesses associatedMedia audience audio author award awards character citation comment commentCount conditionsOfAccess contentLocation contentRating contentReferenceTime contributor copyrightHolder copyrightNotice copyrightYear correction countryOfOrigin creativeWorkStatus creator creditText dateCreated dateModified datePublished digitalSourceType discussionUrl displayLocation editEIDR editor educationalAlignment educationalLevel educationalUse encoding encodingFormat encodings exampleOfWork expires fileFormat funder funding genre hasPart headline inLanguage interactionStatistic interactivityType interpretedAsClaim isAccessibleForFree isBasedOn isBasedOnUrl isFamilyFriendly isPartOf keywords learningResourceType license locationCreated mainEntity maintainer material materialExtent mentions offers pattern position producer provider publication publisher publisherImprint publishingPrinciples recordedAt releasedEvent review reviews schemaVersion sdDatePublished sdLicense sdPublisher size sourceOrganization spatial spatialCoverage sponsor teaches temporal temporalCoverage text thumbnail thumbnailUrl timeRequired translationOfWork translator typicalAgeRange usageInfo version video wordCount workExample workTranslation',
  },
  EntryPoint: {
    parents: ['Thing'],
    properties:
      'actionApplication actionPlatform application contentType encodingType httpMethod urlTemplate',
  },
  ItemList: {
    parents: ['Thing'],
    properties: 'aggregateElement itemListElement itemListOrder numberOfItems',
  },
  ListItem: {
    parents: ['Thing'],
    properties: 'item nextItem position previousItem',
  },
  NewsArticle: {
    parents: ['Article'],
    properties: 'dateline printColumn printEdition printPage printSection',
  },
  NewsMediaOrganization: {
    parents: ['Organization'],
    properties:
      'actionableFeedbackPolicy correctionsPolicy diversityPolicy diversityStaffingReport ethicsPolicy masthead missionCoveragePrioritiesPolicy noBylinesPolicy ownershipFundingInfo unnamedSourcesPolicy verificationFactCheckingPolicy',
  },
  Organization: {
    parents: ['Thing'],
    properties:
      'acceptedPaymentMethod actionableFeedbackPolicy address agentInteractionStatistic aggregateRating alumni areaServed authorizedRepresentative award awards brand companyRegistration contactPoint contactPoints correctionsPolicy department dissolutionDate diversityPolicy diversityStaffingReport duns email employee employees ethicsPolicy event events faxNumber founder founders foundingDate foundingLocation funder funding globalLocationNumber hasCertification hasCredential hasGS1DigitalLink hasMemberProgram hasMerchantReturnPolicy hasOfferCatalog hasPOS hasProductReturnPolicy hasShippingService interactionStatistic isicV4 iso6523Code keywords knowsAbout knowsLanguage legalAddress legalName legalRepresentative leiCode location logo makesOffer member memberOf members naics nonprofitStatus numberOfEmployees ownershipFundingInfo owns parentOrganization publishingPrinciples review reviews seeks serviceArea skills slogan sponsor subOrganization taxID telephone unnamedSourcesPolicy vatID',
  },
  Person: {
    parents: ['Thing'],
    properties:
      'additionalName address affiliation agentInteractionStatistic alumniOf award awards birthDate birthPlace brand callSign children colleague colleagues contactPoint contactPoints deathDate deathPlace duns email familyName faxNumber follows funder funding gender givenName globalLocationNumber hasCertification hasCredential hasOccupation hasOfferCatalog hasPOS height homeLocation honorificPrefix honorificSuffix interactionStatistic isicV4 jobTitle knows knowsAbout knowsLanguage lifeEvent makesOffer memberOf naics nationality netWorth owns parent parents performerIn pronouns publishingPrinciples relatedTo seeks sibling siblings skills sponsor spouse taxID telephone vatID weight workLocation worksFor',
  },
  ProfilePage: {
    parents: ['WebPage'],
    properties: '',
  },
  SearchAction: {
    parents: ['Action'],
    properties: 'query',
  },
  Thing: {
    parents: [],
    properties:
      'additionalType alternateName description disambiguatingDescription identifier image mainEntityOfPage name owner potentialAction sameAs subjectOf url',
  },
  WebPage: {
    parents: ['CreativeWork'],
    properties:
      'breadcrumb lastReviewed mainContentOfPage primaryImageOfPage relatedLink reviewedBy significantLink significantLinks speakable specialty',
  },
  WebSite: {
    parents: ['CreativeWork'],
    properties: 'issn',
  },
};
